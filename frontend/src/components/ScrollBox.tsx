import { useEffect, useRef, useState, type ReactNode } from 'react';

interface ScrollBoxProps {
  /** What is inside, for screen readers. */
  label: string;
  className?: string;
  children: ReactNode;
}

/** Holds what may be larger than its place. While it is, the box takes the focus, so that the arrow keys scroll it. */
export function ScrollBox({ label, className, children }: ScrollBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = () => {
      const { overflowX, overflowY } = getComputedStyle(element);
      setScrolls(
        (overflowX !== 'hidden' && element.scrollWidth > element.clientWidth) ||
          (overflowY !== 'hidden' && element.scrollHeight > element.clientHeight),
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);

  return (
    <div
      ref={box}
      className={className ? `scroll-box ${className}` : 'scroll-box'}
      {...(scrolls ? { tabIndex: 0, role: 'region', 'aria-label': label } : {})}
    >
      {children}
    </div>
  );
}
