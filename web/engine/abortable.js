// Waiting that can be given up without stopping what is waited for.

/**
 * Settles as `promise` does, or rejects with the signal's reason as soon as the signal aborts. The work behind
 * `promise` goes on: somebody else may be waiting for it too.
 *
 * @template T
 * @param {Promise<T>} promise
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>}
 */
export function abortable(promise, signal) {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    promise.then(resolve, reject).then(() => signal.removeEventListener('abort', stop));
  });
}
