package rolt.planted.gateway;

import rolt.dev.EmbeddedRedis;

class NeedsDevelopment {
    Class<?> need() {
        return EmbeddedRedis.class;
    }
}
