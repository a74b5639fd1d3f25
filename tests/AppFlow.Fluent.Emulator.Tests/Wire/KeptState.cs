using AppFlow.Fluent.Emulator.Storage;

namespace AppFlow.Fluent.Emulator.Tests.Wire;

/// <summary>A store that outlives emulators, and that a test can make fail or wait.</summary>
public sealed class KeptState
{
    private readonly Dictionary<(string, string), StoredConnector> _connectors = [];
    private readonly List<StoredToken> _tokens = [];
    private TimeSpan _shift;

    /// <summary>The exception that the next writes throw.</summary>
    public Exception? Failure { get; set; }

    /// <summary>The event that writes wait for.</summary>
    public ManualResetEventSlim Gate { get; } = new(initialState: true);

    /// <summary>Released when a write starts.</summary>
    public SemaphoreSlim Begun { get; } = new(0);

    /// <summary>How many connectors and tokens each write had.</summary>
    public List<(int Connectors, int Tokens)> Writes { get; } = [];

    public int Opened { get; private set; }

    public int Closed { get; private set; }

    public AppFlowEmulatorOptions Options(TimeProvider? clock = null, string region = "us-east-1") => new()
    {
        TimeProvider = clock ?? TimeProvider.System,
        Region = region,
        OpenStore = _ => Open(),
    };

    internal IStateStore Open() => new Store(this);

    private sealed class Store : IStateStore
    {
        private readonly KeptState _kept;

        public Store(KeptState kept)
        {
            _kept = kept;
            _kept.Opened++;
        }

        public StoredState Load() => new(_kept._shift, [.. _kept._connectors.Values], [.. _kept._tokens]);

        public void Write(StoredChanges changes)
        {
            _kept.Begun.Release();
            _kept.Gate.Wait();
            if (_kept.Failure is { } failure)
            {
                throw failure;
            }

            _kept.Writes.Add((changes.Connectors.Count, changes.Tokens.Count));
            if (changes.Clears)
            {
                _kept._connectors.Clear();
                _kept._tokens.Clear();
                _kept._shift = TimeSpan.Zero;
            }

            _kept._shift = changes.ClockShift ?? _kept._shift;
            _kept._tokens.AddRange(changes.Tokens);
            foreach (var (key, connector) in changes.Connectors)
            {
                if (connector is null)
                {
                    _kept._connectors.Remove(key);
                }
                else
                {
                    _kept._connectors[key] = connector;
                }
            }
        }

        public void Dispose() => _kept.Closed++;
    }
}
