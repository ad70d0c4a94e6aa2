#include "textflag.h"

// The tiles are written by hand: the generator of the folder gen knows amd64 alone.
// Each keeps its sums in V16 and following, 16 columns a row.

// ROW adds the product of the input in x with the weights in V0 to V3 to four sums.
#define ROW(x, s0, s1, s2, s3) \
	VFMLA x.S4, V0.S4, s0.S4 \
	VFMLA x.S4, V1.S4, s1.S4 \
	VFMLA x.S4, V2.S4, s2.S4 \
	VFMLA x.S4, V3.S4, s3.S4

// BEGIN takes two numbers of a Row and gives where its inputs and its sums begin:
// a is in R1, c in R0.
#define BEGIN(input, sum) \
	SXTW input, input        \
	SXTW sum, sum            \
	ADD  input<<2, R1, input \
	ADD  sum<<2, R0, sum

// START takes the sums of a row from there if R13 is nil, else from R13.
#define START(row, s0, s1, s2, s3) \
	CMP  $0, R13 \
	CSEL EQ, row, R13, R14 \
	VLD1 (R14), [s0.S4, s1.S4, s2.S4, s3.S4]

// func tile4NEON(c *float32, start *float32, a *float32, b *float32, at *Row, inputs int)
TEXT ·tile4NEON(SB), NOSPLIT, $0-48
	MOVD c+0(FP), R0
	MOVD a+16(FP), R1
	MOVD b+24(FP), R2
	MOVD at+32(FP), R4
	MOVD inputs+40(FP), R3
	MOVD start+8(FP), R13
	LDPW 0(R4), (R5, R9)
	LDPW 8(R4), (R6, R10)
	LDPW 16(R4), (R7, R11)
	LDPW 24(R4), (R8, R12)
	BEGIN(R5, R9)
	BEGIN(R6, R10)
	BEGIN(R7, R11)
	BEGIN(R8, R12)
	START(R9, V16, V17, V18, V19)
	START(R10, V20, V21, V22, V23)
	START(R11, V24, V25, V26, V27)
	START(R12, V28, V29, V30, V31)

next:
	VLD1    (R2), [V0.S4, V1.S4, V2.S4, V3.S4]
	ADD     $128, R2
	VLD1R.P 4(R5), [V4.S4]
	VLD1R.P 4(R6), [V5.S4]
	VLD1R.P 4(R7), [V6.S4]
	VLD1R.P 4(R8), [V7.S4]
	ROW(V4, V16, V17, V18, V19)
	ROW(V5, V20, V21, V22, V23)
	ROW(V6, V24, V25, V26, V27)
	ROW(V7, V28, V29, V30, V31)
	SUBS    $1, R3
	BNE     next
	VST1    [V16.S4, V17.S4, V18.S4, V19.S4], (R9)
	VST1    [V20.S4, V21.S4, V22.S4, V23.S4], (R10)
	VST1    [V24.S4, V25.S4, V26.S4, V27.S4], (R11)
	VST1    [V28.S4, V29.S4, V30.S4, V31.S4], (R12)
	RET

// func tile1NEON(c *float32, start *float32, a *float32, b *float32, at *Row, inputs int)
TEXT ·tile1NEON(SB), NOSPLIT, $0-48
	MOVD c+0(FP), R0
	MOVD a+16(FP), R1
	MOVD b+24(FP), R2
	MOVD at+32(FP), R4
	MOVD inputs+40(FP), R3
	MOVD start+8(FP), R13
	LDPW 0(R4), (R5, R9)
	BEGIN(R5, R9)
	START(R9, V16, V17, V18, V19)

next:
	VLD1    (R2), [V0.S4, V1.S4, V2.S4, V3.S4]
	ADD     $128, R2
	VLD1R.P 4(R5), [V4.S4]
	ROW(V4, V16, V17, V18, V19)
	SUBS    $1, R3
	BNE     next
	VST1    [V16.S4, V17.S4, V18.S4, V19.S4], (R9)
	RET
