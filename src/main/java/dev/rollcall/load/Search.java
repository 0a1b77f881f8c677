package dev.rollcall.load;

/**
 * How a profile looks for a rate, instead of keeping to one: it rises step by step.
 *
 * @param start requests a second of the first step
 * @param factor by which a step is above the one before
 * @param stepSeconds length of a step
 * @param most requests a second at which the search ends
 * @param holdSeconds how long the rate that was found is held once more
 */
record Search(double start, double factor, int stepSeconds, double most, int holdSeconds) {}
