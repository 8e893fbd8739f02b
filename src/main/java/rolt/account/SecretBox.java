package rolt.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets that must be read again, with AES-256-GCM and keys that only the settings know. What is sealed for an
 * account opens for that account alone, so that rows cannot be exchanged.
 */
final class SecretBox {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<SecretKey> keys;

    /** @param keys the first seals, all open */
    SecretBox(List<String> keys) {
        this.keys = keys.stream().map(SecretBox::key).toList();
    }

    private static SecretKey key(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return new SecretKeySpec(MessageDigest.getInstance("SHA-256").digest(bytes), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] seal(UUID accountId, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), accountId, nonce)
                    .doFinal(secret);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException for what was sealed for another account, or with a key that is no longer known */
    byte[] open(UUID accountId, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        for (SecretKey key : keys) {
            try {
                return cipher(Cipher.DECRYPT_MODE, key, accountId, nonce)
                        .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            } catch (AEADBadTagException e) {
                continue;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("None of ENCRYPTION_KEYS opens the secret of account " + accountId);
    }

    private static Cipher cipher(int mode, SecretKey key, UUID accountId, byte[] nonce)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(accountId.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
