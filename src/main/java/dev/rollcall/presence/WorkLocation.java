package dev.rollcall.presence;

/**
 * Where a person is seen to work.
 *
 * @param source the layer that says so
 */
public record WorkLocation(LocationSource source, Place place) {}
