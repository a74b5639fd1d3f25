using System.Text;

namespace AppFlow.Fluent.Emulator.Tool;

/// <summary>A fault plan that is read from a file.</summary>
internal static class FaultFile
{
    private const int MaxLength = 1024 * 1024;

    /// <exception cref="FormatException">It holds no plan, or more than a plan may have.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static async Task<FaultPlan> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            var bytes = new byte[MaxLength + 1];
            var length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            if (length > MaxLength)
            {
                throw new FormatException("The file is larger than 1 MiB.");
            }

            using var text = new StreamReader(new MemoryStream(bytes, 0, length), Encoding.UTF8);
            return FaultPlan.Parse(await text.ReadToEndAsync(cancellationToken).ConfigureAwait(false));
        }
    }
}
