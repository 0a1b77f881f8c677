package dev.rollcall.presence;

import java.util.Optional;

/**
 * What one layer says about where a person works.
 *
 * @param placeId of a building or room, where one applies
 */
public record Place(WorkLocationType type, Optional<String> placeId) {}
