package org.unlisted.face.convert;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** The few opcodes of Python's pickle protocol 2 that describe a TorchScript module and its tensors. */
final class Pickle {

    private static final int PROTO = 0x80;
    private static final int EMPTY_TUPLE = ')';
    private static final int EMPTY_DICT = '}';
    private static final int MARK = '(';
    private static final int TUPLE = 't';
    private static final int NEW_OBJECT = 0x81;
    private static final int SET_ITEMS = 'u';
    private static final int BUILD = 'b';
    private static final int REDUCE = 'R';
    private static final int PERSISTENT_ID = 'Q';
    private static final int GLOBAL = 'c';
    private static final int UNICODE = 'X';
    private static final int INT = 'J';
    private static final int FALSE = 0x89;
    private static final int NONE = 'N';
    private static final int STOP = '.';

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Pickle() {
        op(PROTO, 2);
    }

    /** The empty tuple: a module's constants. */
    static byte[] nothing() {
        Pickle pickle = new Pickle();
        pickle.op(EMPTY_TUPLE, STOP);
        return pickle.out.toByteArray();
    }

    /**
     * An object of {@code __torch__.Net} whose attributes are the weights. Storage i is the archive's {@code data/i}.
     */
    static byte[] module(List<Tensor> weights) {
        Pickle pickle = new Pickle();
        pickle.global("__torch__", "Net");
        pickle.op(EMPTY_TUPLE, NEW_OBJECT, EMPTY_DICT, MARK);
        for (int i = 0; i < weights.size(); i++) {
            pickle.text(TorchScript.weightName(i));
            pickle.tensor(i, weights.get(i));
        }
        pickle.text("training");
        pickle.op(FALSE);
        pickle.text("_is_full_backward_hook");
        pickle.op(NONE, SET_ITEMS, BUILD, STOP);
        return pickle.out.toByteArray();
    }

    /** {@code torch._utils._rebuild_tensor_v2(storage, offset, shape, strides, requires_grad, hooks)} */
    private void tensor(int storage, Tensor tensor) {
        global("torch._utils", "_rebuild_tensor_v2");
        op(MARK, MARK);
        text("storage");
        global("torch", "FloatStorage");
        text(Integer.toString(storage));
        text("cpu");
        number(tensor.values().length);
        op(TUPLE, PERSISTENT_ID);
        number(0);
        numbers(tensor.shape());
        numbers(strides(tensor.shape()));
        op(FALSE);
        global("collections", "OrderedDict");
        op(EMPTY_TUPLE, REDUCE, TUPLE, REDUCE);
    }

    private static int[] strides(int[] shape) {
        int[] strides = new int[shape.length];
        int step = 1;
        for (int axis = shape.length - 1; axis >= 0; axis--) {
            strides[axis] = step;
            step *= shape[axis];
        }
        return strides;
    }

    private void numbers(int[] values) {
        op(MARK);
        for (int value : values) number(value);
        op(TUPLE);
    }

    private void number(int value) {
        op(INT);
        littleEndian(value);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        op(UNICODE);
        littleEndian(bytes.length);
        out.writeBytes(bytes);
    }

    private void global(String module, String name) {
        op(GLOBAL);
        out.writeBytes((module + "\n" + name + "\n").getBytes(UTF_8));
    }

    private void littleEndian(int value) {
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    }

    private void op(int... codes) {
        for (int code : codes) out.write(code);
    }
}
