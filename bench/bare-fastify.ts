/** The peer of the page benchmarks: Fastify with nothing on it, answering 4 KB from memory. Prints its address. */
import fastify from 'fastify'

const page = '<!doctype html>'.padEnd(4_096, ' página')
const app = fastify({ logger: false })
app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(page))
console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
