package org.springframework.beans.factory.annotation;

/** Stands in for Spring's, which is not on this class path. */
public @interface Autowired {}
