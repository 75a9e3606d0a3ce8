import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/** Builds cases from a plan in Java, in one process, and writes what comes of each: an assembly, or an error. */
public final class Harness {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LIBRARY = "io.github.cdkvendors3access.";

    private final App app;
    private final Stack stack;
    private final Map<String, Object> fixtures = new HashMap<>();
    /** Structs are objects of classes that implement their interfaces, instead of made by builders. */
    private final boolean implementations;

    private Harness(JsonNode recipe, String outdir, boolean implementations) {
        this.implementations = implementations;
        app = new App(AppProps.builder().outdir(outdir).analyticsReporting(false).treeMetadata(false).build());
        stack = new Stack(app, "Stack", StackProps.builder().analyticsReporting(false).build());
        for (JsonNode name : recipe.get("fixtures")) {
            fixtures.put(name.asText(), fixture(name.asText()));
        }
    }

    private Object fixture(String name) {
        switch (name) {
            case "bucket": return new Bucket(stack, "Bucket");
            case "otherBucket": return new Bucket(stack, "OtherBucket");
            case "importedBucket": return Bucket.fromBucketName(stack, "ImportedBucket", "imported-bucket");
            case "key": return new Key(stack, "Key");
            case "boundary": return ManagedPolicy.fromManagedPolicyArn(stack, "Boundary", "arn:aws:iam::111122223333:policy/boundary");
            default: throw new IllegalArgumentException("no such fixture: " + name);
        }
    }

    private void construct(JsonNode recipe) throws ReflectiveOperationException {
        Object scope = recipe.get("under").asText().equals("app") ? app : stack;
        Class<?> type = type(recipe.get("new").asText());
        String id = recipe.get("id").asText();
        JsonNode props = recipe.get("props");
        Object made;
        if (props.has("struct") && !implementations) {
            Class<?> builder = type(type.getSimpleName() + "$Builder");
            made = build(builder.getMethod("create", creationScope(builder), String.class).invoke(null, scope, id), props.get("of"));
        } else {
            made = invoke(List.of(type.getConstructors()), null, new ArrayList<>(Arrays.asList(scope, id, value(props))));
        }
        for (JsonNode call : recipe.path("then")) {
            call(made.getClass(), made, call.get("method").asText(), values(call.get("with")));
        }
    }

    /** The type of the scope that a builder of a construct takes. */
    private static Class<?> creationScope(Class<?> builder) {
        return Arrays.stream(builder.getMethods()).filter(method -> method.getName().equals("create")).findFirst().orElseThrow().getParameterTypes()[0];
    }

    private Object value(JsonNode expression) throws ReflectiveOperationException {
        if (expression.isNull()) {
            return null;
        } else if (expression.isArray()) {
            return values(expression);
        } else if (expression.isTextual()) {
            return expression.asText();
        } else if (expression.isBoolean()) {
            return expression.asBoolean();
        } else if (expression.isNumber()) {
            return expression.asInt();
        } else if (expression.has("struct")) {
            Class<?> struct = type(expression.get("struct").asText());
            return implementations
                ? Implementation.of(struct, entries(expression.get("of")))
                : build(struct.getMethod("builder").invoke(null), expression.get("of"));
        } else if (expression.has("map")) {
            return entries(expression.get("map"));
        } else if (expression.has("call")) {
            String[] name = expression.get("call").asText().split("\\.");
            return call(type(name[0]), null, name[1], values(expression.get("with")));
        } else if (expression.has("get")) {
            String name = expression.get("get").asText();
            Object owner = value(expression.get("of"));
            return owner.getClass().getMethod("get" + name.substring(0, 1).toUpperCase() + name.substring(1)).invoke(owner);
        } else if (expression.has("enum")) {
            String[] name = expression.get("enum").asText().split("\\.");
            return type(name[0]).getField(name[1]).get(null);
        } else if (expression.has("fixture")) {
            return fixtures.get(expression.get("fixture").asText());
        } else if (expression.has("hours")) {
            return Duration.hours(expression.get("hours").asInt());
        } else if (expression.has("date")) {
            return Instant.parse(expression.get("date").asText());
        }
        throw new IllegalArgumentException("no such expression: " + expression);
    }

    private List<Object> values(JsonNode expressions) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        for (JsonNode expression : expressions) {
            values.add(value(expression));
        }
        return values;
    }

    private Map<String, Object> entries(JsonNode expressions) throws ReflectiveOperationException {
        Map<String, Object> entries = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : expressions.properties()) {
            entries.put(entry.getKey(), value(entry.getValue()));
        }
        return entries;
    }

    /** Calls one method of a builder for each property that is said, null or not. */
    private Object build(Object builder, JsonNode properties) throws ReflectiveOperationException {
        for (Map.Entry<String, Object> property : entries(properties).entrySet()) {
            call(builder.getClass(), builder, property.getKey(), new ArrayList<>(Arrays.asList(property.getValue())));
        }
        return call(builder.getClass(), builder, "build", List.of());
    }

    private static Object call(Class<?> type, Object owner, String name, List<Object> arguments) throws ReflectiveOperationException {
        List<Method> methods = new ArrayList<>();
        for (Method method : type.getMethods()) {
            if (method.getName().equals(name)) {
                methods.add(method);
            }
        }
        return invoke(methods, owner, arguments);
    }

    /** Invokes the one overload that takes these arguments. */
    private static Object invoke(List<? extends Executable> overloads, Object owner, List<Object> arguments) throws ReflectiveOperationException {
        for (Executable overload : overloads) {
            Object[] fitted = fitted(overload, arguments);
            if (fitted != null) {
                return overload instanceof Method ? ((Method) overload).invoke(owner, fitted) : ((Constructor<?>) overload).newInstance(fitted);
            }
        }
        throw new NoSuchMethodException("nothing takes " + arguments.size() + " such arguments");
    }

    private static Object[] fitted(Executable overload, List<Object> arguments) {
        Class<?>[] types = overload.getParameterTypes();
        List<Object> given = new ArrayList<>(arguments);
        if (overload.isVarArgs() && given.size() >= types.length - 1) {
            List<Object> rest = given.subList(types.length - 1, given.size());
            Object array = Array.newInstance(types[types.length - 1].getComponentType(), rest.size());
            for (int i = 0; i < rest.size(); i++) {
                Array.set(array, i, rest.get(i));
            }
            given = new ArrayList<>(given.subList(0, types.length - 1));
            given.add(array);
        }
        if (given.size() != types.length) {
            return null;
        }
        for (int i = 0; i < types.length; i++) {
            if (given.get(i) != null && !types[i].isInstance(given.get(i))) {
                return null;
            }
        }
        return given.toArray();
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(LIBRARY + name);
    }

    private static ObjectNode outcome(JsonNode recipe, String outdir, boolean implementations) {
        ObjectNode told = JSON.createObjectNode().put("number", recipe.get("number").asInt());
        try {
            Harness harness = new Harness(recipe, outdir, implementations);
            for (JsonNode next : recipe.get("constructs")) {
                harness.construct(next);
            }
            harness.app.synth();
        } catch (Throwable thrown) {
            Throwable error = thrown;
            while (error instanceof InvocationTargetException) {
                error = error.getCause();
            }
            told.put("error", String.valueOf(error.getMessage())).put("type", error.getClass().getName());
        }
        return told;
    }

    public static void main(String[] arguments) throws Exception {
        for (JsonNode run : JSON.readTree(Paths.get(arguments[0]).toFile()).get("runs")) {
            Path outdir = Paths.get(run.get("outdir").asText());
            boolean implementations = run.get("variant").asText().equals("implementations");
            try (BufferedWriter outcomes = Files.newBufferedWriter(outdir.resolve("outcomes.jsonl"))) {
                for (JsonNode recipe : run.get("cases")) {
                    String folder = outdir.resolve(recipe.get("number").asText()).toString();
                    outcomes.write(JSON.writeValueAsString(outcome(recipe, folder, implementations)) + "\n");
                }
            }
        }
    }
}
