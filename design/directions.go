package design

// initial holds, for dimensions 2 to 21, the primitive polynomial (its coefficients as bits) and the initial
// direction numbers of Joe & Kuo (2008), from their table new-joe-kuo-6.21201.
var initial = [Dimensions - 1][]uint16{
	{3, 1},
	{7, 1, 3},
	{11, 1, 3, 1},
	{13, 1, 1, 1},
	{19, 1, 1, 3, 3},
	{25, 1, 3, 5, 13},
	{37, 1, 1, 5, 5, 17},
	{41, 1, 1, 5, 5, 5},
	{47, 1, 1, 7, 11, 19},
	{55, 1, 1, 5, 1, 1},
	{59, 1, 1, 1, 3, 11},
	{61, 1, 3, 5, 5, 31},
	{67, 1, 3, 3, 9, 7, 49},
	{91, 1, 1, 1, 15, 21, 21},
	{97, 1, 3, 1, 13, 27, 49},
	{103, 1, 1, 1, 15, 7, 5},
	{109, 1, 3, 1, 15, 13, 25},
	{115, 1, 1, 5, 5, 19, 61},
	{131, 1, 3, 7, 11, 23, 15, 103},
	{137, 1, 3, 7, 13, 13, 15, 69},
}
