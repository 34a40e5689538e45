package dev.blackstart.probe.type;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.probe.ProbeAnswer;
import dev.blackstart.probe.ProbeFailed;
import dev.blackstart.probe.Prober;
import dev.blackstart.target.AllowedHosts;
import dev.blackstart.target.TargetAddress;

/** {@code {type: tcp, host, port}}: a connection to an allowed host, closed at once. */
@ApplicationScoped
class TcpProber implements Prober {

    private final AllowedHosts hosts;

    TcpProber(AllowedHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public String type() {
        return "tcp";
    }

    @Override
    public boolean isSwitchedOn() {
        return hosts.isAny();
    }

    @Override
    public List<String> problems(JsonNode probe) {
        return hosts.problem(probe.path("host").asText(), probe.path("port").asInt()).stream().toList();
    }

    @Override
    public ProbeAnswer ask(JsonNode probe, Duration timeout) {
        long began = System.nanoTime();
        TargetAddress to = hosts.resolve(probe.path("host").asText(), probe.path("port").asInt());
        long left = timeout.minusNanos(System.nanoTime() - began).toMillis();
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(to.address(), to.port()), (int) Math.max(1, left));
            return ProbeAnswer.CONNECTED;
        } catch (SocketTimeoutException slow) {
            throw new ProbeFailed("%s, port %d, did not answer within %d ms.".formatted(to.host(), to.port(),
                    timeout.toMillis()), slow);
        } catch (IOException refused) {
            throw new ProbeFailed("%s, port %d, could not be connected to: %s.".formatted(to.host(), to.port(),
                    refused.getMessage()), refused);
        }
    }
}
