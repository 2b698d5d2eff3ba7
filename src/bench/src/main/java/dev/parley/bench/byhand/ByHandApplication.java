package dev.parley.bench.byhand;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Where the endpoint is. */
@ApplicationPath("/")
public class ByHandApplication extends Application {}
