// What somebody logged and the server has not acknowledged yet, in the browser's database: it outlives a restart.
const open = () => new Promise((resolve, reject) => {
    const asked = indexedDB.open('blackstart', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('kept', { keyPath: 'id' });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
});

async function within(mode, act) {
    const database = await open();
    try {
        return await new Promise((resolve, reject) => {
            const change = database.transaction('kept', mode, { durability: 'strict' });
            const asked = act(change.objectStore('kept'));
            change.oncomplete = () => resolve(asked?.result);
            change.onerror = () => reject(change.error);
            change.onabort = () => reject(change.error);
        });
    } finally {
        database.close();
    }
}

/** Resolves when it is on the disk. */
export const keep = (entry) => within('readwrite', (store) => store.put(entry));

export const forget = (id) => within('readwrite', (store) => store.delete(id));

/** One takes another's place, both or neither. */
export const replace = (id, entry) => within('readwrite', (store) => {
    store.delete(id);
    return store.put(entry);
});

/** In the order in which they were seen. */
export const all = async () => (await within('readonly', (store) => store.getAll()))
    .sort((one, other) => one.seenAt - other.seenAt);
