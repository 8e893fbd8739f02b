// What every page needs once it has loaded.
import "./theme.js";
import "./cart-count.js";
import "./facets.js";
import "./chat-button.js";
