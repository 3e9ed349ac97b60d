package io.authsvcs.local.administration;

/** What is wrong with one field. */
public record FieldError(String field, String reason) {}
