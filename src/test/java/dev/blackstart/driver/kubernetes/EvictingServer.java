package dev.blackstart.driver.kubernetes;

import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;

/**
 * Evictions and selection by node, which the server in memory does not know; a pod named "kept" has a disruption budget.
 */
final class EvictingServer extends KubernetesCrudDispatcher {

    @Override
    public MockResponse handleGet(String path) {
        return super.handleGet(path.replaceAll("[?&]fieldSelector=spec.nodeName[^&]*", ""));
    }

    @Override
    public MockResponse handleCreate(RecordedRequest request) {
        String path = request.getPath();
        if (!path.endsWith("/eviction")) {
            return super.handleCreate(request);
        }
        if (path.contains("kept")) {
            return new MockResponse().setResponseCode(429);
        }
        handleDelete(path.substring(0, path.length() - "/eviction".length()));
        return new MockResponse().setResponseCode(201).setBody("{}");
    }
}
