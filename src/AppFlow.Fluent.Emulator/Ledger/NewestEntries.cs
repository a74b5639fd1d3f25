namespace AppFlow.Fluent.Emulator.Ledger;

/// <summary>The newest entries of one list with their numbers, which only grow. Not thread-safe.</summary>
/// <param name="capacity">How many are kept.</param>
internal sealed class NewestEntries(int capacity)
{
    private (long Id, LedgerEntry Entry)[] _ring = [];
    private int _first;

    public int Count { get; private set; }

    public (long Id, LedgerEntry Entry) this[int index] => _ring[(int)(((long)_first + index) % _ring.Length)];

    public void Add(long id, LedgerEntry entry)
    {
        if (Count == capacity)
        {
            _ring[_first] = (id, entry);
            _first = (_first + 1) % capacity;
            return;
        }

        if (Count == _ring.Length)
        {
            Grow();
        }

        // The ring starts to turn only when it is full.
        _ring[Count++] = (id, entry);
    }

    public LedgerEntry[] ToArray()
    {
        var entries = new LedgerEntry[Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = this[i].Entry;
        }

        return entries;
    }

    /// <summary>The index of the first entry after <paramref name="id"/>; <see cref="Count"/> if there is none.</summary>
    public int IndexAfter(long id)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = this[middle].Id > id ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private void Grow() => Array.Resize(ref _ring, (int)Math.Min(capacity, Math.Max(16, 2L * Count)));
}
