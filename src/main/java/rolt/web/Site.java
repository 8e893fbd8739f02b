package rolt.web;

import rolt.platform.Texts;

/**
 * What all pages share.
 *
 * @param origin where browsers find the shop, without a trailing slash
 * @param earlyScript runs inline before the first paint: the chosen theme
 * @param google whether one can sign in with Google
 */
record Site(Texts texts, Assets assets, String origin, String earlyScript, boolean google) {}
