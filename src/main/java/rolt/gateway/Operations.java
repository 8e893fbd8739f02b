package rolt.gateway;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import rolt.platform.Bus;
import rolt.platform.Caller;
import rolt.platform.Problem;
import rolt.platform.Role;

/** The one way into the shop's operations, for REST, pages and bridge alike, so that none is weaker than another. */
public final class Operations {
    private final Bus bus;
    private final RateLimits limits;
    private final Map<String, Operation> operations;

    Operations(Contract contract, Bus bus, RateLimits limits) {
        this.bus = bus;
        this.limits = limits;
        this.operations = contract.operations().stream()
                .collect(Collectors.toUnmodifiableMap(Operation::id, Function.identity()));
    }

    /**
     * Counts the call, authorises the caller, checks the input against the contract and asks the operation.
     *
     * @return the answer, a record or a JsonObject; or a {@link Problem}: 400, 401, 403, 429, 404 for an operation that
     *     the contract does not know, or 415 for one that takes a file: {@link Uploads} alone receives these
     */
    public Future<Object> call(Caller caller, String operationId, JsonObject input) {
        return permit(caller, operationId).compose(operation -> {
            if (operation.upload()) {
                throw Problem.of(415, "form-data");
            }
            operation.input().check(input);
            return bus.request(caller, operationId, input);
        });
    }

    /** The first half of a call, before an upload is received: counts it and authorises the caller. */
    Future<Operation> permit(Caller caller, String operationId) {
        Operation operation = operations.get(operationId);
        if (operation == null) {
            return Future.failedFuture(Problem.notFound("operation"));
        }
        return limits.check(operation.rates(), caller).map(v -> {
            authorise(caller, operation.access());
            return operation;
        });
    }

    /**
     * Checks the input of a route outside the contract that takes what an operation takes.
     *
     * @throws Problem 400 naming each field and the rule it breaks
     */
    public void check(String operationId, JsonObject input) {
        operations.get(operationId).input().check(input);
    }

    /** What of the given texts are parameters of an operation, read as its contract says. */
    JsonObject parameters(String operationId, Map<String, String> given) {
        Input declared = operations.get(operationId).input();
        JsonObject input = new JsonObject();
        given.forEach((name, text) -> {
            if (declared.parameterNames().contains(name)) {
                input.put(name, declared.read(name, List.of(text)));
            }
        });
        return input;
    }

    /** Whether an operation's body has such a field. */
    boolean takes(String operationId, String field) {
        return operations.get(operationId).input().isInBody(field);
    }

    private static void authorise(Caller caller, Operation.Access access) {
        if (access.signedIn() && !caller.signedIn()) {
            throw Problem.unauthorized("sign-in-needed");
        }
        if (!access.roles().isEmpty() && !caller.hasAny(access.roles().toArray(Role[]::new))) {
            throw Problem.forbidden("role-needed");
        }
    }
}
