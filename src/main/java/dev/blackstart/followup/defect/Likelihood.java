package dev.blackstart.followup.defect;

/** How likely it is that a defect does harm within a year, in words: nobody knows it more exactly. */
public enum Likelihood {
    RARE,
    POSSIBLE,
    LIKELY,
    ALMOST_CERTAIN
}
