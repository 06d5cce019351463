/** Words every rule uses. Pure: no clock, no chance, no I/O anywhere under src/domain. */

/** Milliseconds since 1970-01-01T00:00:00Z, always read from the database clock (docs/rules.md). */
export type Instant = number

/** Milliseconds. */
export type Duration = number

/** A local calendar day, 'YYYY-MM-DD', in the policy's time zone. */
export type Day = string

/** A calendar month, 'YYYY-MM'. */
export type Month = string

type Brand<T, Name extends string> = T & { readonly __brand: Name }

/** Keyed hash of an identifier, 32 hexadecimal digits: the only name the tables have for a person (ID-2, AUDIT-2). */
export type PersonKey = Brand<string, 'PersonKey'>

export const second: Duration = 1_000
export const minute: Duration = 60 * second
export const hour: Duration = 60 * minute
export const day: Duration = 24 * hour

/** Closes a switch over a union: a new member does not compile until it is handled; at run time it is a fault. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`)
}
