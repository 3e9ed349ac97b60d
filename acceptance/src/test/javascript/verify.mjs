// Verifies ACCESS_TOKEN by the key set at the address given, as any service in JavaScript would, and prints its claims.
import { createRemoteJWKSet, jwtVerify } from "jose";

const keys = createRemoteJWKSet(new URL(process.argv[2]));
try {
  const { payload } = await jwtVerify(process.env.ACCESS_TOKEN, keys, { algorithms: ["RS256"] });
  console.log(JSON.stringify(payload));
} catch (refusal) {
  console.log(refusal.code);
  process.exitCode = 1;
}
