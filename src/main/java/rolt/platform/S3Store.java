package rolt.platform;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.async.AsyncResponseTransformer;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClientBuilder;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Pictures in a bucket of S3, which stays private: what is read passes through a node. */
final class S3Store implements MediaStore {
    private static final Duration TRY = Duration.ofSeconds(4);
    /** Less than the bus waits for an answer. */
    private static final Duration CALL = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final S3AsyncClient client;
    private final String bucket;

    S3Store(Vertx vertx, Config.Bucket config) {
        this.vertx = vertx;
        this.bucket = config.name();
        this.client = client(config);
    }

    /** Services other than Amazon's know neither its newer checksums nor buckets in the host's name. */
    private static S3AsyncClient client(Config.Bucket config) {
        S3AsyncClientBuilder builder = S3AsyncClient.builder()
                .region(Region.of(config.region()))
                .credentialsProvider(credentials(config))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder())
                .overrideConfiguration(
                        timeouts -> timeouts.apiCallAttemptTimeout(TRY).apiCallTimeout(CALL));
        if (config.endpoint() != null) {
            builder.endpointOverride(config.endpoint()).forcePathStyle(true);
        }
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(Config.Bucket config) {
        return config.accessKey() == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(config.accessKey(), config.secretKey()));
    }

    /** In memory as a whole: a picture as it is kept has some hundred kilobytes. */
    @Override
    public Future<Optional<Kept>> find(String name) {
        return ask(() -> client.getObject(get -> get.bucket(bucket).key(name), AsyncResponseTransformer.toBytes()))
                .map(answer -> Optional.<Kept>of(new Kept.InMemory(Buffer.buffer(answer.asByteArrayUnsafe()))))
                .recover(e -> e instanceof NoSuchKeyException ? Future.succeededFuture(Optional.empty()) : away(e));
    }

    @Override
    public Future<Void> write(String name, byte[] bytes) {
        return ask(() -> client.putObject(
                        put -> put.bucket(bucket).key(name).contentType("image/jpeg"),
                        AsyncRequestBody.fromBytes(bytes)))
                .<Void>mapEmpty()
                .recover(S3Store::away);
    }

    @Override
    public Future<Void> delete(String name) {
        return ask(() -> client.deleteObject(delete -> delete.bucket(bucket).key(name)))
                .<Void>mapEmpty()
                .recover(S3Store::away);
    }

    /** The answer arrives on a thread of the client's, and goes on where it was asked for. */
    private <T> Future<T> ask(Supplier<CompletableFuture<T>> call) {
        Context context = vertx.getOrCreateContext();
        return Future.fromCompletionStage(call.get(), context)
                .recover(e -> Future.failedFuture(
                        e instanceof CompletionException && e.getCause() != null ? e.getCause() : e));
    }

    private static <T> Future<T> away(Throwable cause) {
        Problem problem = Problem.unavailable(PART);
        problem.initCause(cause);
        return Future.failedFuture(problem);
    }

    @Override
    public void close() {
        client.close();
    }
}
