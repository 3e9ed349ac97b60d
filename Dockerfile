# Every process of the cluster: docker build --target registry|auth-service|gateway .
# Layers alone do the caching, so that the classic builder of an older engine does as well as BuildKit: what Maven
# fetches is fetched again only when a pom.xml has changed.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY common/pom.xml common/
COPY registry/pom.xml registry/
COPY auth-service/pom.xml auth-service/
COPY gateway/pom.xml gateway/
COPY local/pom.xml local/
COPY benchmark/pom.xml benchmark/
COPY acceptance/pom.xml acceptance/
ENV SELECTED="--batch-mode --no-transfer-progress --projects registry,auth-service,gateway --also-make"
ENV SKIPPED="-Dmaven.test.skip -Dspotless.check.skip"
RUN ./mvnw $SELECTED $SKIPPED compile
COPY common/src common/src
COPY registry/src registry/src
COPY auth-service/src auth-service/src
COPY gateway/src gateway/src
RUN ./mvnw $SELECTED $SKIPPED package && \
    for process in registry auth-service gateway; do \
      java -Djarmode=tools -jar $process/target/$process.jar extract --layers --destination /layers/$process; \
    done

FROM eclipse-temurin:25-jre AS runtime
WORKDIR /app
COPY docker/ready /usr/local/bin/
# Whatever mode the clone gave it, the user below may run it.
RUN chmod 755 /usr/local/bin/ready
USER 10001:10001
# The heap gets half of the container's memory; classes, code, threads and network buffers need the rest.
# The last two options are for libraries (Netty, XStream) of which Java 25 otherwise warns at each start.
# Add your own by the variable JDK_JAVA_OPTIONS.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", \
    "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar"]

# What changes least comes first: a new version of ours is one small layer.
FROM runtime AS registry
COPY --from=build /layers/registry/dependencies ./
COPY --from=build /layers/registry/spring-boot-loader ./
COPY --from=build /layers/registry/snapshot-dependencies ./
COPY --from=build /layers/registry/application ./
EXPOSE 8761
HEALTHCHECK --interval=5s --timeout=3s --start-period=2m CMD ready "${REGISTRY_MANAGEMENT_PORT:-9761}"
CMD ["registry.jar"]

FROM runtime AS auth-service
COPY --from=build /layers/auth-service/dependencies ./
COPY --from=build /layers/auth-service/spring-boot-loader ./
COPY --from=build /layers/auth-service/snapshot-dependencies ./
COPY --from=build /layers/auth-service/application ./
EXPOSE 8081
HEALTHCHECK --interval=5s --timeout=3s --start-period=2m CMD ready "${AUTH_MANAGEMENT_PORT:-9081}"
CMD ["auth-service.jar"]

FROM runtime AS gateway
COPY --from=build /layers/gateway/dependencies ./
COPY --from=build /layers/gateway/spring-boot-loader ./
COPY --from=build /layers/gateway/snapshot-dependencies ./
COPY --from=build /layers/gateway/application ./
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=2m CMD ready "${GATEWAY_MANAGEMENT_PORT:-9080}"
CMD ["gateway.jar"]
