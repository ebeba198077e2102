package io.streamgauge.app.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of this program's classes, with this JVM's options, spoken to in lines. */
final class Child implements AutoCloseable {
    /** One heap for all, so that none is slower for a smaller one. */
    private static final String HEAP = "-Xmx1g";

    private static final int SECONDS_TO_GO = 30;

    private final String name;
    private final Process process;
    private final Writer toChild;
    private final BufferedReader fromChild;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
        this.toChild = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8);
        this.fromChild = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Child start(Class<?> main, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add(HEAP);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Child(main.getSimpleName() + " " + arguments.get(0), process);
    }

    long pid() {
        return process.pid();
    }

    void tell(String line) throws IOException {
        toChild.write(line + System.lineSeparator());
        toChild.flush();
    }

    String hear() throws IOException {
        String line = fromChild.readLine();
        if (line == null) {
            throw new IOException("the process of " + name + " ended");
        }
        return line;
    }

    @Override
    public void close() {
        try {
            toChild.close();
            if (!process.waitFor(SECONDS_TO_GO, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly(); // it has gone already
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
