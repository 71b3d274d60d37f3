package org.springframework.stereotype;

/** Stands in for Spring's, which is not on this class path. */
public @interface Component {}
