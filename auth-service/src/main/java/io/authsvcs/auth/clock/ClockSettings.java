package io.authsvcs.auth.clock;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param offset how far this instance's clock is off, for drills: ahead, or behind where it is negative */
@ConfigurationProperties("auth.clock")
record ClockSettings(Duration offset) {}
