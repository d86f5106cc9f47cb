# The server with the embedded engine's data in a volume; with NEO4J_URI set it uses that Neo4j instead.
# Debian, because the embedded engine has no build for musl (Alpine).
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/cypher ./cypher
COPY --from=build /app/schema ./schema
COPY --from=build /app/samples ./samples
# The program itself stays root's: its user may write the data and nothing else.
RUN install --directory --owner=node --group=node papergraph-data
VOLUME /app/papergraph-data
# The image's user `node`, by number, so that a cluster can see that it is not root.
USER 1000:1000
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js", "serve", "--host", "0.0.0.0"]
