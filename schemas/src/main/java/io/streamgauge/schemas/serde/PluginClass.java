package io.streamgauge.schemas.serde;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A class that a user named, and how its instances are made ready.
 *
 * @param kind the Kafka interface that it must implement
 * @param configure hands the properties to an instance
 */
record PluginClass<T>(
        String name,
        Class<T> kind,
        ClassLoader loader,
        Map<String, ?> properties,
        BiConsumer<T, Map<String, ?>> configure) {

    /** @throws IllegalArgumentException naming the class, if it is missing, of another kind, or refuses the properties */
    T instance() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Kafka's configuration looks classes that are named in properties up there.
        thread.setContextClassLoader(loader);
        try {
            T made = create();
            configure.accept(made, properties);
            return made;
        } catch (UnusableClass e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new IllegalArgumentException("cannot configure " + name + ": " + e, e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private T create() {
        try {
            Class<?> type = Class.forName(name, true, loader);
            if (!kind.isAssignableFrom(type)) {
                throw new UnusableClass(name + " is no " + kind.getName(), null);
            }
            return kind.cast(type.getConstructor().newInstance());
        } catch (ClassNotFoundException e) {
            throw new UnusableClass("class " + name + " is not on the class path", e);
        } catch (InvocationTargetException e) {
            throw new UnusableClass("cannot create " + name + ": " + e.getCause(), e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new UnusableClass("cannot create " + name + ": " + e, e);
        }
    }

    private static final class UnusableClass extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UnusableClass(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
