// Ledgercheck verifies a district's ledger with somebody else's code: golang.org/x/mod/sumdb's note and tlog.
//
//	ledgercheck -key VKEYFILE -checkpoint FILE -tiles DIR_OR_URL [-old OLDCHECKPOINT] [-leaf INDEX:HEX32]
//
// It opens the signed note, parses the checkpoint, recomputes the tree head from the tiles, checks every tile and
// every bundle of entries that is there against it, and then, where asked, that an older checkpoint is a beginning of
// this one and that a leaf lies at its place. It prints a line beginning with "ok" for each and exits 0, or names
// the failure and exits 1.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// height is fixed by C2SP tlog-tiles.
const height = 8

var errAbsent = errors.New("not there")

type checkpoint struct {
	origin string
	tree   tlog.Tree
}

func main() {
	key := flag.String("key", "", "file with the verifier key")
	current := flag.String("checkpoint", "", "file with the signed checkpoint")
	tiles := flag.String("tiles", "", "folder or http address that holds tile/")
	old := flag.String("old", "", "file with an older signed checkpoint")
	leaf := flag.String("leaf", "", "INDEX:HEX of the 32 bytes of a leaf")
	flag.Parse()
	if *key == "" || *current == "" || *tiles == "" || flag.NArg() > 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*key, *current, *tiles, *old, *leaf); err != nil {
		fmt.Fprintln(os.Stderr, "ledgercheck:", err)
		os.Exit(1)
	}
}

func run(keyFile, current, tiles, old, leaf string) error {
	vkey, err := os.ReadFile(keyFile)
	if err != nil {
		return err
	}
	verifier, err := note.NewVerifier(strings.TrimSpace(string(vkey)))
	if err != nil {
		return fmt.Errorf("key: %w", err)
	}
	head, err := open(current, verifier)
	if err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	fmt.Printf("ok note signed by %s\n", verifier.Name())
	reader := tileReader{base: tiles}
	hashes := tlog.TileHashReader(head.tree, reader)
	if err := checkHead(head, hashes); err != nil {
		return fmt.Errorf("tree head: %w", err)
	}
	if err := checkTiles(head, hashes, reader); err != nil {
		return err
	}
	if old != "" {
		if err := checkOld(old, verifier, head, hashes); err != nil {
			return fmt.Errorf("consistency: %w", err)
		}
	}
	if leaf != "" {
		if err := checkLeaf(leaf, head, hashes); err != nil {
			return fmt.Errorf("inclusion: %w", err)
		}
	}
	return nil
}

// open verifies a signed note and parses its text as a C2SP tlog-checkpoint.
func open(file string, verifier note.Verifier) (checkpoint, error) {
	var head checkpoint
	message, err := os.ReadFile(file)
	if err != nil {
		return head, err
	}
	opened, err := note.Open(message, note.VerifierList(verifier))
	if err != nil {
		return head, err
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 || lines[0] == "" || lines[len(lines)-1] != "" {
		return head, errors.New("not origin, size and root")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return head, fmt.Errorf("size %q", lines[1])
	}
	root, err := base64.StdEncoding.Strict().DecodeString(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return head, fmt.Errorf("root %q", lines[2])
	}
	head.origin = lines[0]
	head.tree.N = size
	copy(head.tree.Hash[:], root)
	return head, nil
}

func checkHead(head checkpoint, hashes tlog.HashReader) error {
	root := tlog.Hash(sha256.Sum256(nil))
	if head.tree.N > 0 {
		var err error
		if root, err = tlog.TreeHash(head.tree.N, hashes); err != nil {
			return err
		}
	}
	if root != head.tree.Hash {
		return fmt.Errorf("tiles give root %v, checkpoint says %v", root, head.tree.Hash)
	}
	fmt.Printf("ok tree head of %s, %d leaves\n", head.origin, head.tree.N)
	return nil
}

// checkTiles asks for one hash of every tile of level 0, which makes tlog authenticate that tile and all above it,
// and compares the bundle of entries beside it, if there is one.
func checkTiles(head checkpoint, hashes tlog.HashReader, reader tileReader) error {
	bundles, tiles := 0, 0
	for first := int64(0); first < head.tree.N; first += 1 << height {
		width := int64(1 << height)
		if head.tree.N-first < width {
			width = head.tree.N - first
		}
		indexes := make([]int64, width)
		for i := range indexes {
			indexes[i] = tlog.StoredHashIndex(0, first+int64(i))
		}
		row, err := hashes.ReadHashes(indexes)
		if err != nil {
			return fmt.Errorf("tile of leaf %d: %w", first, err)
		}
		tiles++
		data, err := reader.read("entries", first>>height, int(width))
		if errors.Is(err, errAbsent) {
			continue
		}
		if err != nil {
			return err
		}
		if err := checkBundle(data, row); err != nil {
			return fmt.Errorf("entries of leaf %d: %w", first, err)
		}
		bundles++
	}
	fmt.Printf("ok every tile, %d with leaves\n", tiles)
	fmt.Printf("ok %d bundles of entries\n", bundles)
	return nil
}

// checkBundle reads 32-byte entries, each after its length in two bytes, big-endian.
func checkBundle(data []byte, row []tlog.Hash) error {
	for i, hash := range row {
		if len(data) < 2+tlog.HashSize || data[0] != 0 || data[1] != tlog.HashSize {
			return fmt.Errorf("entry %d is not 32 bytes", i)
		}
		if tlog.RecordHash(data[2:2+tlog.HashSize]) != hash {
			return fmt.Errorf("entry %d differs from its tile", i)
		}
		data = data[2+tlog.HashSize:]
	}
	return nil
}

func checkOld(file string, verifier note.Verifier, head checkpoint, hashes tlog.HashReader) error {
	old, err := open(file, verifier)
	if err != nil {
		return err
	}
	if old.origin != head.origin {
		return fmt.Errorf("origins differ: %q and %q", old.origin, head.origin)
	}
	if old.tree.N > head.tree.N {
		return fmt.Errorf("the older checkpoint has %d leaves, the newer %d", old.tree.N, head.tree.N)
	}
	if old.tree.N == 0 {
		if old.tree.Hash != tlog.Hash(sha256.Sum256(nil)) {
			return errors.New("wrong root of the empty tree")
		}
	} else {
		proof, err := tlog.ProveTree(head.tree.N, old.tree.N, hashes)
		if err != nil {
			return err
		}
		if err := tlog.CheckTree(proof, head.tree.N, head.tree.Hash, old.tree.N, old.tree.Hash); err != nil {
			return err
		}
	}
	fmt.Printf("ok consistent with %d leaves\n", old.tree.N)
	return nil
}

func checkLeaf(leaf string, head checkpoint, hashes tlog.HashReader) error {
	place, digits, _ := strings.Cut(leaf, ":")
	index, err := strconv.ParseInt(place, 10, 64)
	if err != nil || index < 0 || index >= head.tree.N {
		return fmt.Errorf("no leaf %q in the tree", place)
	}
	data, err := hex.DecodeString(digits)
	if err != nil || len(data) != tlog.HashSize {
		return errors.New("a leaf is 32 bytes in hexadecimal")
	}
	proof, err := tlog.ProveRecord(head.tree.N, index, hashes)
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(proof, head.tree.N, head.tree.Hash, index, tlog.RecordHash(data)); err != nil {
		return err
	}
	fmt.Printf("ok leaf %d\n", index)
	return nil
}

// tileReader reads tiles where C2SP tlog-tiles puts them: tile/LEVEL/NNN[.p/WIDTH], without sumdb's height.
type tileReader struct{ base string }

func (r tileReader) Height() int { return height }

func (r tileReader) SaveTiles([]tlog.Tile, [][]byte) {}

func (r tileReader) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	all := make([][]byte, len(tiles))
	for i, tile := range tiles {
		data, err := r.read(strconv.Itoa(tile.L), tile.N, tile.W)
		if err != nil {
			return nil, err
		}
		if len(data) < tile.W*tlog.HashSize {
			return nil, fmt.Errorf("%s is too short", path(strconv.Itoa(tile.L), tile.N, tile.W))
		}
		all[i] = data[:tile.W*tlog.HashSize]
	}
	return all, nil
}

// read fetches a resource; where the partial one is gone, the full one serves.
func (r tileReader) read(level string, index int64, width int) ([]byte, error) {
	data, err := r.fetch(path(level, index, width))
	if errors.Is(err, errAbsent) && width < 1<<height {
		return r.fetch(path(level, index, 1<<height))
	}
	return data, err
}

func path(level string, index int64, width int) string {
	number := fmt.Sprintf("%03d", index%1000)
	for index >= 1000 {
		index /= 1000
		number = fmt.Sprintf("x%03d/%s", index%1000, number)
	}
	if width < 1<<height {
		number += fmt.Sprintf(".p/%d", width)
	}
	return "tile/" + level + "/" + number
}

func (r tileReader) fetch(path string) ([]byte, error) {
	if !strings.HasPrefix(r.base, "http://") && !strings.HasPrefix(r.base, "https://") {
		data, err := os.ReadFile(filepath.Join(r.base, filepath.FromSlash(path)))
		if os.IsNotExist(err) {
			return nil, fmt.Errorf("%s: %w", path, errAbsent)
		}
		return data, err
	}
	response, err := http.Get(strings.TrimSuffix(r.base, "/") + "/" + path)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	switch response.StatusCode {
	case http.StatusOK:
		var data bytes.Buffer
		// A full bundle of 32-byte entries is 8704 bytes.
		_, err := io.Copy(&data, io.LimitReader(response.Body, 1<<16))
		return data.Bytes(), err
	case http.StatusNotFound, http.StatusGone:
		return nil, fmt.Errorf("%s: %w", path, errAbsent)
	default:
		return nil, fmt.Errorf("%s: %s", path, response.Status)
	}
}
