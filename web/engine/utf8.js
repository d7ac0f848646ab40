// Strings to UTF-8 and back, as the module speaks it.

export const encoder = new TextEncoder();

/** A byte order mark is a character like any other: text must come back as it went in. */
export const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
