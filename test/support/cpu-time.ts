/** Milliseconds that this process has computed so far: however busy the machine is, the same work takes the same. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
