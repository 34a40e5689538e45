package dev.blackstart.alerting;

import java.util.Set;

/** New alerts were stored; fired after their transaction. @param names of the alerts */
public record AlertsArrived(Set<String> names) {
}
