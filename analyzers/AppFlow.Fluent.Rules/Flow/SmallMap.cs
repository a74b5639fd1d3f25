namespace AppFlow.Fluent.Rules.Flow;

/// <summary>
/// A small immutable map with value equality. A change copies it: a path has few entries, and shares most of them with its origin.
/// </summary>
internal sealed class SmallMap<TKey, TValue> : IEquatable<SmallMap<TKey, TValue>>
    where TKey : notnull
{
    public static readonly SmallMap<TKey, TValue> Empty = new([], []);

    private readonly TKey[] _keys;
    private readonly TValue[] _values;
    private int _hash;

    private SmallMap(TKey[] keys, TValue[] values)
    {
        _keys = keys;
        _values = values;
    }

    public int Count => _keys.Length;

    /// <summary>The keys; an array, because the innermost loops of the analysis read them. Nobody writes to it.</summary>
    public TKey[] Keys => _keys;

    /// <summary>The values, in the order of the keys; nobody writes to the array.</summary>
    public TValue[] Values => _values;

    public bool TryGet(TKey key, out TValue value)
    {
        var index = IndexOf(key);
        value = index < 0 ? default! : _values[index];
        return index >= 0;
    }

    public bool Has(TKey key) => IndexOf(key) >= 0;

    public SmallMap<TKey, TValue> With(TKey key, TValue value)
    {
        var index = IndexOf(key);
        if (index >= 0)
        {
            if (EqualityComparer<TValue>.Default.Equals(_values[index], value))
            {
                return this;
            }

            var replaced = (TValue[])_values.Clone();
            replaced[index] = value;
            return new SmallMap<TKey, TValue>(_keys, replaced);
        }

        var keys = new TKey[_keys.Length + 1];
        var values = new TValue[_keys.Length + 1];
        _keys.CopyTo(keys, 0);
        _values.CopyTo(values, 0);
        keys[_keys.Length] = key;
        values[_keys.Length] = value;
        return new SmallMap<TKey, TValue>(keys, values);
    }

    public SmallMap<TKey, TValue> Without(TKey key) => Has(key) ? Where((candidate, _) => !candidate.Equals(key)) : this;

    public SmallMap<TKey, TValue> Where(Func<TKey, TValue, bool> predicate)
    {
        // Usually everything is kept, and nothing is copied.
        TKey[]? keys = null;
        TValue[]? values = null;
        var kept = 0;
        for (var i = 0; i < _keys.Length; i++)
        {
            if (!predicate(_keys[i], _values[i]))
            {
                keys ??= (TKey[])_keys.Clone();
                values ??= (TValue[])_values.Clone();
                continue;
            }

            if (keys is not null)
            {
                keys[kept] = _keys[i];
                values![kept] = _values[i];
            }

            kept++;
        }

        return keys is null ? this : Of(keys, values!, kept);
    }

    /// <summary>The entries that the other map has too, with an equal value.</summary>
    public SmallMap<TKey, TValue> Common(SmallMap<TKey, TValue> other)
    {
        if (ReferenceEquals(this, other))
        {
            return this;
        }

        var next = 0;
        return Where((key, value) =>
        {
            var index = other.IndexOf(key, next);
            next = index < 0 ? next : index + 1;
            return index >= 0 && EqualityComparer<TValue>.Default.Equals(other._values[index], value);
        });
    }

    /// <summary>The map with each entry replaced; an entry is dropped if the function returns null or an existing key.</summary>
    public SmallMap<TKey, TValue> Select(Func<TKey, TValue, (TKey Key, TValue Value)?> change)
    {
        SmallMap<TKey, TValue>? changed = null;
        for (var i = 0; i < _keys.Length; i++)
        {
            var entry = change(_keys[i], _values[i]);
            if (changed is null
                && entry is { } same
                && EqualityComparer<TKey>.Default.Equals(same.Key, _keys[i])
                && EqualityComparer<TValue>.Default.Equals(same.Value, _values[i]))
            {
                continue;
            }

            if (changed is null)
            {
                changed = Of((TKey[])_keys.Clone(), (TValue[])_values.Clone(), i);
            }

            if (entry is { } kept)
            {
                changed = changed.With(kept.Key, kept.Value);
            }
        }

        return changed ?? this;
    }

    /// <inheritdoc/>
    public bool Equals(SmallMap<TKey, TValue>? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || other.Count != Count || other.GetHashCode() != GetHashCode())
        {
            return false;
        }

        for (var i = 0; i < _keys.Length; i++)
        {
            var index = other.IndexOf(_keys[i], i);
            if (index < 0 || !EqualityComparer<TValue>.Default.Equals(other._values[index], _values[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SmallMap<TKey, TValue>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (_hash == 0)
        {
            var hash = Count + 1;
            for (var i = 0; i < _keys.Length; i++)
            {
                hash += (_keys[i].GetHashCode() * 31) ^ (_values[i]?.GetHashCode() ?? 0);
            }

            _hash = hash == 0 ? 1 : hash;
        }

        return _hash;
    }

    private static SmallMap<TKey, TValue> Of(TKey[] keys, TValue[] values, int count)
    {
        if (count == 0)
        {
            return Empty;
        }

        Array.Resize(ref keys, count);
        Array.Resize(ref values, count);
        return new SmallMap<TKey, TValue>(keys, values);
    }

    // Two maps of one body have most entries in the same order.
    private int IndexOf(TKey key, int expected) => expected < _keys.Length && _keys[expected].Equals(key) ? expected : IndexOf(key);

    // From the end, because recent entries are requested most often.
    private int IndexOf(TKey key)
    {
        for (var i = _keys.Length - 1; i >= 0; i--)
        {
            if (_keys[i].Equals(key))
            {
                return i;
            }
        }

        return -1;
    }
}
