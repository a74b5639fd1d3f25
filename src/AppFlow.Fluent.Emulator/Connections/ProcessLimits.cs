using System.Runtime.InteropServices;

namespace AppFlow.Fluent.Emulator.Connections;

/// <summary>The limits of this process that decide how many connections may be open.</summary>
internal static class ProcessLimits
{
    // Beyond this number, the buffers of partly sent requests would take most of the memory.
    private const int MaxConnections = 2_000;
    private const int MinConnections = 8;

    // For what the process opens later: files, pipes, sockets of the program that hosts the emulator.
    private const int Reserve = 48;
    private const int UsualOpenFiles = 128;

    private const int MaxLargeBodies = 32;
    private const int LargeBodiesShare = 16;

    /// <summary>How many connections may be open: a client in the same process holds a file descriptor for each, too.</summary>
    public static int Connections() => OperatingSystem.IsWindows() || !TryReadFileLimit(out var limit)
        ? MaxConnections
        : (int)Math.Clamp((limit - OpenFiles() - Reserve) / 2, MinConnections, MaxConnections);

    /// <summary>How many bodies of 1 MiB may be in memory at once: 32, or fewer if the process has little memory.</summary>
    public static int LargeBodies() => (int)Math.Clamp(
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / LargeBodiesShare / (1024 * 1024), 1, MaxLargeBodies);

    private static long OpenFiles()
    {
        try
        {
            return Directory.EnumerateFileSystemEntries(OperatingSystem.IsLinux() ? "/proc/self/fd" : "/dev/fd").LongCount();
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return UsualOpenFiles;
        }
    }

    private static bool TryReadFileLimit(out long limit)
    {
        var resource = OperatingSystem.IsLinux() ? 7 : 8;
        try
        {
            var known = GetResourceLimit(resource, out var limits) == 0;
            limit = (long)Math.Min(limits.Current, int.MaxValue);
            return known;
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            limit = 0;
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "getrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetResourceLimit(int resource, out ResourceLimit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceLimit
    {
        public nuint Current;
        public nuint Maximum;
    }
}
