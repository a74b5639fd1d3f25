using System.Buffers.Binary;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AppFlow.Fluent.Emulator.Tool.State;

/// <summary>
/// Opens a state file, creates one if there is none, or refuses what is there. A refused file and its folder stay unchanged: the file is
/// inspected without SQLite first, then by SQLite in read-only mode, and only then opened as a database.
/// </summary>
internal static class StateFile
{
    // Offsets in the header of an SQLite database.
    private const int HeaderLength = 100;
    private const int WriteFormatOffset = 18;
    private const int ReadFormatOffset = 19;
    private const int VersionOffset = 60;
    private const int ApplicationIdOffset = 68;
    private const int WithLog = 2;

    private const string WriteAheadLog = "-wal";
    private const string Journal = "-journal";

    // Waits for a process that is just stopping. Zero would mean forever.
    private const int PatienceSeconds = 1;

    /// <exception cref="StateRefusedException">The file cannot be used; the message says why.</exception>
    public static SqliteStateStore Open(string path, string account, string region)
    {
        try
        {
            path = Path.GetFullPath(path);
            BeginOrRecognize(path, account, region);
            var isVerified = !HasContent(path + WriteAheadLog);
            if (isVerified)
            {
                VerifyUntouched(path, account, region);
            }

            return OpenAlone(path, account, region, isVerified);
        }
        catch (SqliteException failure)
        {
            throw new StateRefusedException(Explain(failure));
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new StateRefusedException(unusable.Message);
        }
    }

    private static void BeginOrRecognize(string path, string account, string region)
    {
        if (Directory.Exists(path))
        {
            throw new StateRefusedException("It is a directory.");
        }

        var isThere = File.Exists(path);
        if (isThere)
        {
            ThrowIfOutOfReach(path);
        }

        if (HasContent(path + Journal))
        {
            throw new StateRefusedException($"Beside it lies {Path.GetFileName(path) + Journal}, which a state file never has: something else uses it.");
        }

        if (!isThere)
        {
            ThrowIfLogIsLeft(path);
        }

        var empty = StateSchema.EmptyFile(account, region);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        if (!IsEmpty(file, empty))
        {
            ThrowIfForeign(file);
            return;
        }

        ThrowIfLogIsLeft(path);
        try
        {
            file.Position = 0;
            file.Write(empty);
            file.Flush(flushToDisk: true);
        }
        catch when (!isThere)
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>The administrator may read and write any file, so the file's mode decides.</summary>
    private static void ThrowIfOutOfReach(string path)
    {
        const UnixFileMode Read = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(target) & Read) == 0)
        {
            throw new StateRefusedException("It may not be read.");
        }

        if (File.GetAttributes(target).HasFlag(FileAttributes.ReadOnly))
        {
            throw new StateRefusedException("It is read-only.");
        }
    }

    /// <summary>SQLite would take a log without its database for the new database's log.</summary>
    private static void ThrowIfLogIsLeft(string path)
    {
        if (HasContent(path + WriteAheadLog))
        {
            throw new StateRefusedException(
                $"It is empty, and beside it lies {Path.GetFileName(path) + WriteAheadLog} of a database that was there: put that back, or delete both.");
        }
    }

    /// <summary>Whether the state file is still to be created here. A file whose first write was cut off counts as empty.</summary>
    private static bool IsEmpty(FileStream file, byte[] empty)
    {
        if (!file.CanSeek)
        {
            throw new StateRefusedException("It is no file on a disk.");
        }

        if (file.Length == 0)
        {
            ThrowIfDevice(file);
            return true;
        }

        if (file.Length >= empty.Length)
        {
            return false;
        }

        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return empty.AsSpan().StartsWith(bytes);
    }

    /// <summary>A device has length 0, like an empty file, but its length cannot be set.</summary>
    private static void ThrowIfDevice(FileStream file)
    {
        try
        {
            file.SetLength(0);
        }
        catch (Exception failure) when (failure is IOException or NotSupportedException or ArgumentException or UnauthorizedAccessException)
        {
            throw new StateRefusedException("It is no file on a disk.");
        }
    }

    /// <summary>Recognizes a state file by its first bytes.</summary>
    private static void ThrowIfForeign(FileStream file)
    {
        var header = new byte[HeaderLength];
        file.Position = 0;
        if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length || !header.AsSpan().StartsWith("SQLite format 3\0"u8))
        {
            throw new StateRefusedException("It is no database.");
        }

        if (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(ApplicationIdOffset)) != StateSchema.ApplicationId)
        {
            throw OfAnotherProgram();
        }

        var version = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(VersionOffset));
        if (version != StateSchema.Version)
        {
            throw new StateRefusedException($"It is a state file of another release: of version {version}, not {StateSchema.Version}.");
        }

        if (header[WriteFormatOffset] != WithLog || header[ReadFormatOffset] != WithLog)
        {
            throw StateRefusedException.Damaged();
        }
    }

    /// <summary>Reads the file as immutable, so that SQLite creates no other file next to it and takes no lock.</summary>
    private static void VerifyUntouched(string path, string account, string region)
    {
        var escaped = string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
        var address = $"file:{(escaped.StartsWith('/') ? "" : "/")}{escaped}?immutable=1";
        using var database = Connect(address, SqliteOpenMode.ReadOnly);
        ThrowIfNotOurs(database, account, region);
        ThrowIfNotWhole(database);
        StateReader.Read(database);
    }

    private static SqliteStateStore OpenAlone(string path, string account, string region, bool isVerified)
    {
        var database = Connect(path, SqliteOpenMode.ReadWrite);
        try
        {
            // With exclusive access, SQLite needs no shared-memory file. Until the file is verified, closing it leaves its log unchanged.
            KeepLogAtClose(database, true);
            StateSchema.Execute(database, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA temp_store = MEMORY; PRAGMA trusted_schema = OFF;");
            ThrowIfNotOurs(database, account, region);
            if (!isVerified)
            {
                ThrowIfNotWhole(database);
            }

            var store = new SqliteStateStore(database);
            store.ReadAll();
            KeepLogAtClose(database, false);
            StateSchema.Execute(database, "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4096;");
            return store;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static SqliteConnection Connect(string source, SqliteOpenMode mode)
    {
        var database = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false, DefaultTimeout = PatienceSeconds }.ToString());
        try
        {
            database.Open();
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static void KeepLogAtClose(SqliteConnection database, bool keep)
    {
        const int NoCheckpointOnClose = 1006;
        raw.sqlite3_db_config(database.Handle, NoCheckpointOnClose, keep ? 1 : 0, out _);
    }

    private static void ThrowIfNotWhole(SqliteConnection database)
    {
        using var command = database.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(1)";
        if (command.ExecuteScalar() is not "ok")
        {
            throw StateRefusedException.Damaged();
        }
    }

    private static void ThrowIfNotOurs(SqliteConnection database, string account, string region)
    {
        if (!StateSchema.IsOf(database))
        {
            throw OfAnotherProgram();
        }

        using var command = database.CreateCommand();
        command.CommandText = "SELECT account, region FROM owner";
        using var reader = command.ExecuteReader();
        if (!reader.Read())
        {
            throw StateRefusedException.Damaged();
        }

        if ((reader.GetString(0), reader.GetString(1)) is var (ofAccount, ofRegion) && (ofAccount, ofRegion) != (account, region))
        {
            throw new StateRefusedException(
                $"It is of account {ofAccount} and region {ofRegion}, and not of account {account} and region {region}.");
        }
    }

    private static StateRefusedException OfAnotherProgram() => new("It is a database of another program.");

    private static bool HasContent(string path) => new FileInfo(path) is { Exists: true, Length: > 0 };

    private static string Explain(SqliteException failure) => failure.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "Another process holds it.",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "It is damaged.",
        raw.SQLITE_CANTOPEN => "It cannot be opened, or its folder may not be written.",
        raw.SQLITE_READONLY => "It is read-only.",
        _ => failure.Message,
    };
}
