// Words before pictures: what is slow to draw follows after the browser has painted the rest.
import { useEffect, useState } from "preact/hooks";

/** What value was at the last painting; undefined before the first. */
export function useAfterPaint<T>(value: T): T | undefined {
  const [painted, setPainted] = useState<T>();
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      rest = setTimeout(() => setPainted(() => value));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(rest);
    };
  }, [value]);
  return painted;
}
