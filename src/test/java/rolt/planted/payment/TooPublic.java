package rolt.planted.payment;

/** Neither messages nor verticle nor door, yet public. */
public class TooPublic {}
