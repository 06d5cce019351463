/**
 * The peers of the page benchmarks: Fastify with nothing on it. `/` answers 4 KB from memory; `/rows`, where DATABASE_URL is given, 9 KB after
 * one prepared statement that reads twenty events by their key. Prints its address.
 */
import fastify from 'fastify'
import pg from 'pg'

const [short, long] = [4_096, 9_216].map((size) => '<!doctype html>'.padEnd(size, ' página'))
const app = fastify({ logger: false })
app.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(short))
if (process.env['DATABASE_URL']) {
  const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'] })
  const person = (await pool.query('select person_key from clave.audit_events limit 1')).rows[0].person_key as Buffer
  const text = 'select * from clave.audit_events where person_key = $1 order by seq desc limit 20'
  app.get('/rows', async (_request, reply) => {
    await pool.query({ name: 'rows', text, values: [person] })
    return reply.type('text/html; charset=utf-8').send(long)
  })
}
console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
