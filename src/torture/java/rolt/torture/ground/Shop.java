package rolt.torture.ground;

import java.util.List;
import rolt.dev.mailbox.Mailbox;
import rolt.platform.Platform;

/**
 * The shop under torture.
 *
 * @param urls of its nodes
 * @param platform of a member of its cluster, for what is asked on the bus only
 * @param console the address of the console that VNPAY's simulator is mounted on
 */
public record Shop(List<String> urls, Platform platform, Mailbox mailbox, String console) {}
