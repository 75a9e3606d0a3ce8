import java.lang.invoke.MethodHandles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;

/** A struct as a class of the user's own: it implements the interface, and its getters give what is said, or null. */
final class Implementation implements InvocationHandler {
    private final Map<String, Object> properties;

    private Implementation(Map<String, Object> properties) {
        this.properties = properties;
    }

    static Object of(Class<?> struct, Map<String, Object> properties) {
        return Proxy.newProxyInstance(struct.getClassLoader(), new Class<?>[] {struct}, new Implementation(properties));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        String name = method.getName();
        if (name.startsWith("get") && method.getParameterCount() == 0 && !name.equals("getClass")) {
            return properties.get(name.substring(3, 4).toLowerCase() + name.substring(4));
        }
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(this, arguments);
        }
        // What the interface itself brings, such as how the bindings turn it into JSON.
        return MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup())
            .unreflectSpecial(method, method.getDeclaringClass()).bindTo(proxy).invokeWithArguments(arguments == null ? new Object[0] : arguments);
    }
}
