/**
 * Values that are there already, or will be. What was read with its parent is there, and waiting for it all the same costs
 * more than everything else that is done with a field.
 */
export type MaybePromise<T> = T | Promise<T>;

export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/** What a function makes of a value, at once where the value is there. */
export function chained<T, R>(value: MaybePromise<T>, make: (value: T) => MaybePromise<R>): MaybePromise<R> {
  return value instanceof Promise ? value.then(make) : make(value);
}
