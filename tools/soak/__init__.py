"""A soak of both clients: thousands of calls over bad connections, cancelled and interrupted."""
