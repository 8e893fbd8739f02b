package rolt.planted.gateway;

import rolt.dev.services.EmbeddedRedis;

class NeedsDevelopment {
    Class<?> need() {
        return EmbeddedRedis.class;
    }
}
