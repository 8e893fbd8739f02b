// A room on a page of its own goes on by itself.
import { enliven } from "./chat-view.js";

enliven(document);
